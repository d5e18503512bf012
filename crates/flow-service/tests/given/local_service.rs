//! The local service, on a thread of its own, and the requests that came to it.

use std::sync::Arc;
use std::sync::mpsc::channel;

use flow_service_sim::{Options, ReceivedRequest, Service, start};

use super::received::Received;

/// It runs until the test program ends.
pub struct LocalService(Arc<Service>);

impl LocalService {
    pub fn start() -> Self {
        let (tell, told) = channel();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(async move {
                let service = Arc::new(start(Options::default()).await.unwrap());
                tell.send(Arc::clone(&service)).unwrap();
                std::future::pending::<()>().await;
            });
        });
        Self(told.recv().unwrap())
    }

    /// What stands before the path of its addresses.
    pub fn base(&self) -> String {
        self.0.base_url()
    }

    /// How many connections it has created.
    pub fn created(&self) -> usize {
        self.0.connections().len()
    }

    /// What came. It is noted before it is answered, so it is there when its sender has ended.
    pub fn requests(&self) -> Vec<Received> {
        self.0.requests().into_iter().map(received).collect()
    }
}

fn received(request: ReceivedRequest) -> Received {
    let query = if request.query.is_empty() { "" } else { "?" };
    Received {
        method: request.method.as_str().to_owned(),
        target: [&request.path, query, &request.query].concat(),
        headers: request.headers,
        body: request.body,
    }
}
