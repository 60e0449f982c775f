#compdef faq
# Completion of faq in zsh: the program itself is asked what fits.
# In ~/.zshrc, after compinit: source <(faq completions zsh)

_faq() {
    local -a lines candidates
    local line word meaning
    lines=("${(@f)$(command faq __complete zsh -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    case $lines[1] in
        values)
            for line in "${(@)lines[2,-1]}"; do
                word=${line%%$'\t'*}
                meaning=${line#*$'\t'}
                # A colon ends the word, unless there is a backslash before it; a backslash needs one as well.
                word=${word//\\/\\\\}
                candidates+=("${word//:/\\:}${meaning:+:$meaning}")
            done
            _describe -V 'faq' candidates
            ;;
        files)
            [[ -n $lines[2] ]] && compset -P "${(b)lines[2]}"
            _files
            ;;
    esac
}

# Sourced, it has to say what it completes; found by its name, it is called at once.
if [[ $funcstack[1] == _faq ]]; then
    _faq "$@"
else
    compdef _faq faq
fi
