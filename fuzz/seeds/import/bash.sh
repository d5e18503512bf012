json() { local s=${1//\\/\\\\}; printf '%s' "${s//$'\t'/\\t}"; }
curl --request POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \
  --header "Authorization: Bearer $ACCESS_TOKEN" -H'x-api-key: k' \
  -sSLXPOST --compressed -b 'a=b' \
  --data-raw $'{"name":"it\u0027s \ud83d\ude00","auth":{"params":{"password":"'"$(json "$PASSWORD")"'"}}}'
