# Tries the installer in a folder as a user would: installs it, opens the window, edits the sample and a file, installs
# over what is there, removes it. Nothing but the user's data may be left.
param([Parameter(Mandatory)] [string] $Folder)

$ErrorActionPreference = 'Stop'
$program = Join-Path $env:LOCALAPPDATA 'Programs\Flux Desktop'
$data = Join-Path $env:LOCALAPPDATA 'flux-desktop'
$entry = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\FluxDesktop'
$installer = @(Get-ChildItem (Join-Path $Folder '*.exe'))
if ($installer.Count -ne 1) { throw "There are $($installer.Count) installers, not one." }

function Start-Checked([string] $File, [string[]] $Words) {
    $process = Start-Process -FilePath $File -ArgumentList $Words -Wait -PassThru
    if ($process.ExitCode -ne 0) { throw "$File $Words ended with $($process.ExitCode)." }
}

function Invoke-Flux {
    & (Join-Path $program 'flux-desktop.com') @args
    if ($LASTEXITCODE -ne 0) { throw "flux-desktop $args ended with $LASTEXITCODE." }
}

Start-Checked $installer[0].FullName @('/S')
if (-not (Test-Path "$env:APPDATA\Microsoft\Windows\Start Menu\Programs\Flux Desktop.lnk")) { throw 'No shortcut.' }
$kinds = Get-Item 'HKCU:\Software\Classes\.png\OpenWithProgids'
if ('FluxDesktop.Picture.1' -notin $kinds.GetValueNames()) { throw 'It is not offered for PNG.' }

$report = Join-Path $env:TEMP 'smoke.json'
Start-Checked (Join-Path $program 'flux-desktop.exe') @('--smoke-test', $report)
Get-Content $report
$picture = Join-Path $env:TEMP 'Grüße 日本.jpg'
Copy-Item (Join-Path $program 'lib\flux_desktop\resources\sample.jpg') $picture
Invoke-Flux edit $picture -p 'warmer' -o (Join-Path $env:TEMP 'out.png') --overwrite --json

$before = Get-FileHash (Join-Path $data 'library.sqlite')
Start-Checked $installer[0].FullName @('/S')
if ((Get-FileHash (Join-Path $data 'library.sqlite')).Hash -ne $before.Hash) { throw 'The library is another one.' }
Invoke-Flux history list

$uninstaller = (Get-ItemProperty $entry).QuietUninstallString -replace '^"([^"]+)".*$', '$1'
Start-Checked $uninstaller @('/S')
foreach ($second in 1..60) { if (Test-Path $program) { Start-Sleep 1 } }
foreach ($left in $program, $entry, 'HKCU:\Software\Classes\FluxDesktop.Picture.1', 'HKCU:\Software\FluxDesktop') {
    if (Test-Path $left) { throw "$left is still there." }
}
if (-not (Test-Path (Join-Path $data 'library.sqlite'))) { throw 'The library is gone.' }
