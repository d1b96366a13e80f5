<div class="border-bottom py-2 mb-3"><h1 class="fs-4 fw-semibold mb-0">{{tx(title)}}</h1></div>
