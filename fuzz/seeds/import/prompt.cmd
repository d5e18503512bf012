@set API_KEY=0123^&456
set "SF_PASSWORD=p^w%d"
SET IMS=ims-na1.adobelogin.com
