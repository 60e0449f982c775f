//! Link options that Cargo.toml cannot say.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is =
        |variable: &str, value: &str| std::env::var(variable).is_ok_and(|found| found == value);
    // Stemmer tables hold thousands of pointers. In a position-independent program each is relocated at every start,
    // which costs a twentieth of it; in one at a fixed address, none.
    let is_static = std::env::var("CARGO_CFG_TARGET_FEATURE")
        .is_ok_and(|features| features.contains("crt-static"));
    if !is_static
        && is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("CARGO_CFG_TARGET_ARCH", "x86_64")
    {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
