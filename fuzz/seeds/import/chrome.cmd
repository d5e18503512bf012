curl ^"https://platform.adobe.io/data/foundation/flowservice/connections^" ^
  -X ^"POST^" ^
  -H ^"Authorization: Bearer canary-token^" ^
  --data-raw ^"^{^\^"name^\^":^\^"100^%^ a\\^\\n^\^",^

^\^"auth^\^":^{^}^}^"
