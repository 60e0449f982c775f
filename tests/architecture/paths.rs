//! The paths in a source: what `use` brings in, and what is written out where it is used.

use super::tokens::{Token, tokens};

/// A path as it is written, with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Path {
    pub(crate) line: usize,
    /// The modules of the file, by name, in which it stands: `["tests"]` for a path in `mod tests { … }`.
    pub(crate) within: Vec<String>,
    /// Its names, `crate`, `super` and `self` among them; a macro keeps its `!`, a glob is a `*`.
    pub(crate) names: Vec<String>,
    /// The name that a `use` gives it; none where the path is only used.
    pub(crate) alias: Option<String>,
}

/// Every path of a source. A name by itself is one only in `use`, or as a macro.
pub(crate) fn paths(source: &str) -> Vec<Path> {
    let mut reader = Reader {
        tokens: tokens(source),
        at: 0,
        found: Vec::new(),
    };
    reader.read();
    reader.found
}

struct Reader<'s> {
    tokens: Vec<(usize, Token<'s>)>,
    at: usize,
    found: Vec<Path>,
}

impl<'s> Reader<'s> {
    fn peek(&self, ahead: usize) -> Option<Token<'s>> {
        self.tokens.get(self.at + ahead).map(|&(_, token)| token)
    }

    fn read(&mut self) {
        // One for each open brace: the name of the module that it opens, if it does.
        let mut braces: Vec<Option<String>> = Vec::new();
        while let Some(token) = self.peek(0) {
            let within: Vec<String> = braces.iter().flatten().cloned().collect();
            match (token, self.peek(1), self.peek(2)) {
                (Token::Name("mod"), Some(Token::Name(name)), Some(Token::Other('{'))) => {
                    braces.push(Some(name.to_owned()));
                    self.at += 3;
                }
                // Who may see an item is not whom it knows.
                (Token::Name("pub"), Some(Token::Other('(')), _) => {
                    while self.peek(0).is_some_and(|token| token != Token::Other(')')) {
                        self.at += 1;
                    }
                }
                // What a type captures is not an import.
                (Token::Name("use"), Some(Token::Other('<')), _) => self.at += 2,
                (Token::Name("use"), ..) => {
                    self.at += 1;
                    self.tree(&within, &[]);
                }
                (Token::Name(_), Some(Token::Colons | Token::Other('!')), _) => {
                    self.written_out(&within);
                }
                (Token::Other('{'), ..) => {
                    braces.push(None);
                    self.at += 1;
                }
                (Token::Other('}'), ..) => {
                    braces.pop();
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
    }

    /// A path outside of `use`: names as long as they are joined; generic arguments end it.
    fn written_out(&mut self, within: &[String]) {
        let mut names = Vec::new();
        while let Some(Token::Name(name)) = self.peek(0) {
            names.push(name.to_owned());
            self.at += 1;
            if self.peek(0) != Some(Token::Colons) {
                break;
            }
            self.at += 1;
        }
        let is_macro =
            self.peek(0) == Some(Token::Other('!')) && self.peek(1) != Some(Token::Other('='));
        if let Some(last) = names.last_mut().filter(|_| is_macro) {
            last.push('!');
        }
        if names.len() > 1 || is_macro {
            self.push(within, names, None);
        }
    }

    /// A tree of `use` after the names that lead to it, up to the `,`, `}` or `;` that ends it.
    fn tree(&mut self, within: &[String], before: &[String]) {
        let mut names = before.to_vec();
        loop {
            match self.peek(0) {
                Some(Token::Name("as")) => {
                    let Some(Token::Name(alias)) = self.peek(1) else {
                        return;
                    };
                    self.at += 2;
                    self.push(within, names, Some(alias.to_owned()));
                    return;
                }
                Some(Token::Name(name)) => {
                    // `a::{self}` is `a`, while `self::a` begins in this module.
                    if name != "self" || names.is_empty() {
                        names.push(name.to_owned());
                    }
                    self.at += 1;
                }
                Some(Token::Other('*')) => {
                    names.push("*".to_owned());
                    self.at += 1;
                }
                Some(Token::Colons) => self.at += 1,
                Some(Token::Other('{')) => {
                    self.at += 1;
                    while self.peek(0).is_some_and(|token| token != Token::Other('}')) {
                        self.tree(within, &names);
                        // A comma; and what nobody expected here must not be met again.
                        if self.peek(0) != Some(Token::Other('}')) {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                _ => {
                    let alias = names.last().cloned();
                    self.push(within, names, alias);
                    return;
                }
            }
        }
    }

    /// Notes a path whose last name was read just now: in a `use` of several lines, each has the line of its own.
    fn push(&mut self, within: &[String], names: Vec<String>, alias: Option<String>) {
        self.found.push(Path {
            line: self.tokens[self.at - 1].0,
            within: within.to_vec(),
            names,
            alias,
        });
    }
}

#[test]
fn paths_are_found_with_line_module_and_alias() {
    let source = "use a::{\n  b, c::{self, d as e},\n  f::*,\n};\n\
                  mod m { fn g() { let h = self::i::J::<K>::new(); l::n!(o != p); q!(); } }\n\
                  pub(crate) use r;";
    let found: Vec<String> = paths(source)
        .iter()
        .map(|path| {
            format!(
                "{} {:?} {} {}",
                path.line,
                path.within,
                path.names.join("::"),
                path.alias.as_deref().unwrap_or("-")
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            "2 [] a::b b",
            "2 [] a::c c",
            "2 [] a::c::d e",
            "3 [] a::f::* *",
            "5 [\"m\"] self::i::J -",
            "5 [\"m\"] l::n! -",
            "5 [\"m\"] q! -",
            "6 [] r r",
        ]
    );
}
