<option value="">{{tx("forum-terms:restriction.choose")}}</option>
{{{ each clauses }}}<option value="{./clause}">{./number} {{tx(concat("forum-terms:strike.clause.", ./key))}}</option>{{{ end }}}
