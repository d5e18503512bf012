//! An HTTP server on loopback that records what it is sent and answers `200 {}`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use super::received::Received;

/// It runs until the test program ends.
pub struct Recorder {
    address: SocketAddr,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Recorder {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let received = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&received);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                serve(stream.unwrap(), &record);
            }
        });
        Self { address, received }
    }

    /// What stands before the path of its addresses.
    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What came since the last time.
    pub fn take(&self) -> Vec<Received> {
        std::mem::take(&mut self.received.lock().unwrap())
    }
}

/// One request of one connection. It is recorded before it is answered, so that it is there
/// when its sender has ended.
fn serve(stream: TcpStream, record: &Mutex<Vec<Received>>) {
    let mut reader = BufReader::new(stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap() == 0 {
            return;
        }
        match line.trim_end_matches(['\r', '\n']) {
            "" => break,
            text => lines.push(text.to_owned()),
        }
    }
    let parts: Vec<_> = lines[0].split(' ').map(str::to_owned).collect();
    assert_eq!(parts.len(), 3, "no request line: {lines:?}");
    let headers = lines[1..].iter().map(|line| line.split_once(':').unwrap());
    let headers: Vec<_> =
        headers.map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned())).collect();
    let mut received = Received {
        method: parts[0].clone(),
        target: parts[1].clone(),
        headers,
        body: String::new(),
    };
    assert_eq!(received.header("transfer-encoding"), None, "only a length is read here");
    if received.header("expect").is_some() {
        reader.get_mut().write_all(b"HTTP/1.1 100 Continue\r\n\r\n").unwrap();
    }
    let length = received.header("content-length").map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    received.body = String::from_utf8(body).unwrap();
    record.lock().unwrap().push(received);
    let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    reader.get_mut().write_all(answer).unwrap();
}
