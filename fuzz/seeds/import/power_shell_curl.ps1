curl.exe --location 'https://platform.adobe.io/data/foundation/flowservice/connections' `
  --header "Authorization: Bearer $env:TOKEN" `
  --header "x-sandbox-name: prod" --json '{\"name\": \"n\", \"auth\": {}}'
