#!/bin/bash
# Tries the disk image in the folder $1 as a user would: opens it, copies the program, starts it, edits the sample.
set -euo pipefail

images=("${1:?the folder with the disk image}"/*.dmg)
[ ${#images[@]} = 1 ] || { echo "There are ${#images[@]} disk images, not one." >&2; exit 1; }
folder=$(mktemp -d)
volume=$folder/volume
trap 'hdiutil detach -quiet "$volume" || true; rm -rf "$folder"' EXIT

hdiutil attach -quiet -nobrowse -readonly -mountpoint "$volume" "${images[0]}"
test -L "$volume/Applications"
ditto "$volume/Flux Desktop.app" "$folder/Flux Desktop.app"
app=$folder/Flux\ Desktop.app
plutil -lint "$app/Contents/Info.plist"
codesign --verify --deep --strict "$app"
if codesign --display --verbose=2 "$app" 2>&1 | grep -q '^Authority=Developer ID'; then
    spctl --assess --type execute --verbose "$app"
    xcrun stapler validate "${images[0]}"
fi
"$app/Contents/MacOS/flux-desktop" --version
"$app/Contents/MacOS/flux-desktop" --smoke-test
