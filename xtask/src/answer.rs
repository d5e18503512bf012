//! Whether something answers on a port of this machine, and with which HTTP status.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

/// An answer on loopback is there at once or not at all.
const PATIENCE: Duration = Duration::from_secs(2);

/// No page that we ask for is longer, in bytes.
const LONGEST: u64 = 1_000_000;

/// The address of a port on this machine.
pub fn address(port: u16) -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, port))
}

/// Whether a program may listen on this port.
pub fn is_free(port: u16) -> bool {
    TcpListener::bind(address(port)).is_ok()
}

/// The status that `GET` of this path is answered with, or nothing when nobody answers.
pub fn status(port: u16, path: &str) -> Option<u16> {
    let mut stream = TcpStream::connect_timeout(&address(port), PATIENCE).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    // The whole answer: to hang up in the middle would look like a fault on the other side.
    let mut answer = Vec::new();
    stream.take(LONGEST).read_to_end(&mut answer).ok()?;
    status_in(&String::from_utf8_lossy(&answer))
}

fn status_in(answer: &str) -> Option<u16> {
    let (version, rest) = answer.split_once(' ')?;
    if !version.starts_with("HTTP/1.") {
        return None;
    }
    rest.get(..3)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{is_free, status, status_in};
    use std::net::TcpListener;

    #[test]
    fn a_status_line_is_read() {
        assert_eq!(status_in("HTTP/1.1 200 OK\r\n"), Some(200));
        assert_eq!(status_in("HTTP/1.1 404\r\n"), Some(404));
        assert_eq!(status_in("SSH-2.0-OpenSSH"), None);
        assert_eq!(status_in(""), None);
    }

    #[test]
    fn a_port_in_use_is_not_free() -> std::io::Result<()> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        assert!(!is_free(port));
        drop(listener);
        assert_eq!(status(port, "/"), None);
        Ok(())
    }
}
