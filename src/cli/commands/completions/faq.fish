# Completion of faq in fish: the program itself is asked what fits.
# In ~/.config/fish/config.fish: faq completions fish | source

function __faq_complete
    set -l words (commandline -opc)
    set -l lines (command faq __complete fish -- $words[2..-1] (commandline -ct) 2>/dev/null)
    switch "$lines[1]"
        case values
            printf '%s\n' $lines[2..-1]
        case files
            set -l prefix "$lines[2]"
            set -l word (string replace -- "$prefix" '' (commandline -ct))
            for file in (complete -C "'' $word")
                printf '%s%s\n' $prefix $file
            end
    end
end

complete -c faq -e
complete -c faq -f -k -a '(__faq_complete)'
