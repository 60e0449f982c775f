//! x
use std::io::*;
fn main(){
 let a: Vec<String> = std::env::args().collect();
 let s = [faq::Source::read_file(a[6].as_ref(), 1<<30).unwrap()];
 let f = faq::parse(&s).unwrap();
 let e = faq::search::Engine::new(&f);
 for l in stdin().lines() { let l = l.unwrap(); let r = e.ask(&l, &faq::search::Options{top:10,..Default::default()});
  let m: Vec<_> = r.matches.iter().map(|m| serde_json::json!({"id": f.entries[m.entry].id, "score": m.score})).collect();
  let c = r.confidence;
  let st=match r.status { faq::search::Status::Answered=>"answered",faq::search::Status::Ambiguous=>"ambiguous",_=>"none"};
  println!("{}", serde_json::json!({"status": st, "id": if st=="answered" {m[0]["id"].clone()} else {serde_json::Value::Null}, "confidence": c, "matches": m}));
 }
}
