<option value="">{{tx("forum-terms:restriction.choose")}}</option>
{{{ each clauses }}}<option value="{./clause}">{./clause} {{tx(concat("forum-terms:strike.clause.", ./key))}}</option>{{{ end }}}
