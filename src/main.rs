//! x
use yew::prelude::*;
#[component]
fn App() -> Html { let s=use_state(String::new); let s2=s.clone(); html!{<form><input value={(*s).clone()} oninput={move |e: InputEvent| {s2.set("x".into()); e.prevent_default();}} />{(*s).clone()}</form>} }
fn main(){ yew::Renderer::<App>::new().render(); }
