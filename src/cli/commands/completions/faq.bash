# Completion of faq in bash: the program itself is asked what fits.
# In ~/.bashrc: source <(faq completions bash)

_faq() {
    local kind word
    COMPREPLY=()
    {
        IFS= read -r kind
        # Where files fit, none is offered here: bash itself completes them then.
        case $kind in
            values)
                while IFS=$'\t' read -r word _; do
                    COMPREPLY+=("$word")
                done
                ;;
            nothing) compopt +o default 2>/dev/null ;;
        esac
    } < <(command faq __complete bash -- "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
}

complete -o default -o nosort -F _faq faq 2>/dev/null || complete -o default -F _faq faq
