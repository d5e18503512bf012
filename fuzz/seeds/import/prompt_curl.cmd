curl.exe -X POST "http://localhost:4010/data/foundation/flowservice/connections" ^
 -H "x-api-key: %API_KEY%" -d "{""name"":""a \\ b"",\"auth\":{\"specName\":\"x\"}}" & echo done
