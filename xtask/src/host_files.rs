//! The files for hosts say the same: `deploy/_headers` is the one source, and these tests hold
//! the others against it.

use std::io;

use crate::workspace;

/// A header of `_headers` that hosts send for one pattern of paths.
struct Header {
    pattern: String,
    name: String,
    value: String,
}

fn file(path: &str) -> io::Result<String> {
    std::fs::read_to_string(workspace::root().join(path))
}

fn headers() -> io::Result<Vec<Header>> {
    let mut pattern = String::new();
    let mut found = Vec::new();
    for line in file("deploy/_headers")?.lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        if !line.starts_with(' ') {
            line.clone_into(&mut pattern);
        } else if let Some((name, value)) = line.trim().split_once(": ") {
            found.push(Header {
                pattern: pattern.clone(),
                name: name.to_owned(),
                value: value.to_owned(),
            });
        }
    }
    Ok(found)
}

fn headers_of_all_paths() -> io::Result<Vec<Header>> {
    let mut all = headers()?;
    all.retain(|header| header.pattern == "/*");
    Ok(all)
}

#[test]
fn nginx_sends_the_same_headers() -> io::Result<()> {
    let text = file("deploy/nginx.conf")?;
    for header in headers_of_all_paths()? {
        let line = format!("add_header {} \"{}\" always;", header.name, header.value);
        assert!(text.contains(&line), "nginx.conf lacks: {line}");
    }
    Ok(())
}

#[test]
fn caddy_sends_the_same_headers() -> io::Result<()> {
    let text = file("deploy/Caddyfile")?;
    for header in headers_of_all_paths()? {
        let line = format!("{} \"{}\"", header.name, header.value);
        assert!(text.contains(&line), "the Caddyfile lacks: {line}");
    }
    Ok(())
}

#[test]
fn development_has_the_headers_of_production() -> io::Result<()> {
    let text = file("Trunk.toml")?;
    for header in headers_of_all_paths()? {
        let line = format!("{} = \"{}\"", header.name, header.value);
        assert!(text.contains(&line), "Trunk.toml lacks: {line}");
    }
    Ok(())
}

#[test]
fn all_hosts_cache_for_the_same_time() -> io::Result<()> {
    let (nginx, caddy) = (file("deploy/nginx.conf")?, file("deploy/Caddyfile")?);
    for header in headers()? {
        if header.name == "Cache-Control" {
            let value = format!("\"{}\"", header.value);
            assert!(nginx.contains(&value), "nginx.conf lacks {value}");
            assert!(caddy.contains(&value), "the Caddyfile lacks {value}");
        }
    }
    Ok(())
}

#[test]
fn the_policy_is_strict() -> io::Result<()> {
    let all = headers_of_all_paths()?;
    let policy = all
        .iter()
        .find(|header| header.name == "Content-Security-Policy")
        .map_or("", |header| header.value.as_str());
    assert!(policy.starts_with("default-src 'none'; "));
    assert!(policy.contains("require-trusted-types-for 'script'; trusted-types 'none'"));
    let unsafe_ones: Vec<&str> =
        policy.split([' ', ';']).filter(|word| word.contains("unsafe")).collect();
    assert_eq!(unsafe_ones, ["'wasm-unsafe-eval'"]);
    assert!(!policy.contains("data:") && !policy.contains('*'));
    Ok(())
}

/// Besides their own files, pages ask Adobe's two hosts that `imsBase` and `apiBase` mean.
#[test]
fn the_policy_names_the_hosts_of_the_defaults() -> io::Result<()> {
    let policy = file("deploy/_headers")?;
    let sources = "connect-src 'self' https://platform.adobe.io https://ims-na1.adobelogin.com; ";
    assert!(policy.contains(sources));
    let defaults = file("crates/flow-service/src/value/base_address.rs")?;
    for host in ["\"https://platform.adobe.io\"", "\"https://ims-na1.adobelogin.com\""] {
        assert!(defaults.contains(host), "{host} is no default");
    }
    Ok(())
}

/// Trunk passes on what the local service answers.
#[test]
fn development_has_the_paths_of_the_local_service() -> io::Result<()> {
    let text = file("Trunk.toml")?;
    for path in ["data/", "ims/", "config.json"] {
        let line = format!("backend = \"http://127.0.0.1:4010/{path}\"");
        assert!(text.contains(&line), "Trunk.toml lacks: {line}");
    }
    Ok(())
}

/// Some hosts join the values of two patterns that set the same header for one path.
#[test]
fn no_path_gets_a_header_twice() -> io::Result<()> {
    let all = headers()?;
    let general: Vec<&str> = all
        .iter()
        .filter(|header| header.pattern == "/*")
        .map(|header| header.name.as_str())
        .collect();
    for header in all.iter().filter(|header| header.pattern != "/*") {
        assert!(!general.contains(&header.name.as_str()), "{}", header.name);
        let wild = header.pattern.contains('*');
        assert!(!wild || header.pattern == "/assets/*", "{}", header.pattern);
    }
    Ok(())
}
