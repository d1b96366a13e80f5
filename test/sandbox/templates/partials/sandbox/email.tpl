<label class="form-label" for="email">{{tx("sandbox:email")}}</label>
<input class="form-control" id="email" name="email" type="email" autocomplete="email">
