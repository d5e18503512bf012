//! The program that the page loads: it defines the element `<flow-connect>`.

/// Half the size of the standard library's own.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    flow_connect::web::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Flow Connect runs in a browser. Start it with: cargo xtask serve");
    std::process::exit(2);
}
