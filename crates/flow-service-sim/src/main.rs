//! `flow-service-sim`: runs the local Flow Service until Ctrl-C.

mod arguments;

use std::io::{self, ErrorKind};
use std::process::ExitCode;

use arguments::{Arguments, USAGE};
use flow_service_sim::{Options, start};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match arguments::parse(lexopt::Parser::from_env()) {
        Ok(Arguments::Help) => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        Ok(Arguments::Run(options)) => run(options).await,
        Err(error) => fail(&format!("{error}. See --help.")),
    }
}

async fn run(options: Options) -> ExitCode {
    let port = options.port;
    let service = match start(options).await {
        Ok(service) => service,
        Err(error) => return fail(&reason(port, &error)),
    };
    println!("The local Flow Service listens on {} (Ctrl-C ends it).", service.base_url());
    let end = tokio::signal::ctrl_c().await;
    service.stop().await;
    match end {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("Ctrl-C cannot be waited for: {error}.")),
    }
}

fn reason(port: u16, error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::AddrInUse => format!(
            "Port {port} on 127.0.0.1 is taken: end the program that uses it, or choose another \
             port with --port."
        ),
        ErrorKind::PermissionDenied => format!(
            "Port {port} on 127.0.0.1 needs rights that this user does not have: choose one \
             above 1023 with --port."
        ),
        _ => format!("Port {port} on 127.0.0.1 cannot be opened: {error}."),
    }
}

fn fail(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::FAILURE
}
