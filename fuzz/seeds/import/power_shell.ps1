$env:ACCESS_TOKEN = "canary`"token"; $env:API_KEY = 'it''s'
$env:IMS_ORG = $env:OTHER
