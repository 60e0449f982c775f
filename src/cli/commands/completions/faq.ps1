# Completion of faq in PowerShell: the program itself is asked what fits.
# In $PROFILE: faq completions powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName 'faq' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    # The words before the one to complete, without their quotes; nothing in them is run.
    $words = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition -or
            ($wordToComplete -eq '' -and $_.Extent.EndOffset -le $cursorPosition) } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
            else { $_.Extent.Text }
        })
    # A word that is empty would not be passed on: the last has a mark before it.
    $lines = @(& faq __complete powershell -- @words "@$wordToComplete" 2>$null)
    if ($lines.Count -lt 2 -or $lines[0] -ne 'values') { return }
    $lines | Select-Object -Skip 1 | ForEach-Object {
        $word, $meaning = $_ -split "`t", 2
        if (-not $meaning) { $meaning = $word }
        $typed = if ($word -match '^[\w\-./=:]+$') { $word } else { "'" + $word.Replace("'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($typed, $word, 'ParameterValue', $meaning)
    }
}
