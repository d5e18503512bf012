//! The headers of production, read from `_headers` as hosts read it.

use anyhow::{Context, Result, ensure};

/// Which headers go with which path.
#[derive(Debug)]
pub struct HostHeaders {
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    pattern: String,
    headers: Vec<(String, String)>,
}

impl HostHeaders {
    /// Reads the form of Netlify and Cloudflare: a pattern at the beginning of a line,
    /// then its headers, indented.
    ///
    /// # Errors
    /// A line is neither.
    pub fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text.lines() {
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if line.starts_with(char::is_whitespace) {
                let rule = rules.last_mut().context("_headers begins with a header")?;
                let (name, value) =
                    content.split_once(':').with_context(|| format!("no header: {content}"))?;
                rule.headers.push((name.trim().to_owned(), value.trim().to_owned()));
            } else {
                ensure!(content.starts_with('/'), "no path pattern: {content}");
                rules.push(Rule { pattern: content.to_owned(), headers: Vec::new() });
            }
        }
        Ok(Self { rules })
    }

    /// The headers for a path, in the order of the file.
    pub fn of(&self, path: &str) -> impl Iterator<Item = (&str, &str)> {
        self.rules
            .iter()
            .filter(move |rule| rule.matches(path))
            .flat_map(|rule| &rule.headers)
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Changes the Content-Security-Policy as a deployment does whose `apiBase` and `imsBase`
    /// are both this origin.
    ///
    /// # Errors
    /// There is no policy that allows Adobe's addresses, so nothing would be tested.
    pub fn for_deployment(mut self, api_origin: &str, report_path: &str) -> Result<Self> {
        let mut changed = 0;
        for (name, value) in self.rules.iter_mut().flat_map(|rule| &mut rule.headers) {
            if name.eq_ignore_ascii_case("content-security-policy") {
                ensure!(value.contains(ADOBE), "the policy does not name{ADOBE}: {value}");
                ensure!(!value.contains("'unsafe-"), "the policy has an unsafe source: {value}");
                *value = format!(
                    "{}; report-uri {report_path}",
                    value.replace(ADOBE, &format!(" {api_origin}"))
                );
                changed += 1;
            }
        }
        ensure!(changed > 0, "_headers has no Content-Security-Policy");
        Ok(self)
    }
}

/// The origins that the policy of `_headers` allows besides the page's own.
const ADOBE: &str = " https://platform.adobe.io https://ims-na1.adobelogin.com";

impl Rule {
    fn matches(&self, path: &str) -> bool {
        match self.pattern.strip_suffix('*') {
            Some(prefix) => path.starts_with(prefix),
            None => path == self.pattern,
        }
    }
}
