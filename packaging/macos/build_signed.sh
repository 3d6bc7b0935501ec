#!/bin/bash
# Makes the disk image in the folder $1. With the certificate of MACOS_CERTIFICATE (PKCS #12 in base64, its password in
# MACOS_CERTIFICATE_PASSWORD, its name in MACOS_IDENTITY) it is signed, with NOTARY_APPLE_ID, NOTARY_PASSWORD and
# NOTARY_TEAM_ID also notarised; without them it is neither. The keychain for it lives as long as this script.
set -euo pipefail

out=${1:?the folder for the disk image}
words=(--out "$out")

if [ -n "${MACOS_CERTIFICATE:-}" ]; then
    folder=$(mktemp -d)
    keychain=$folder/build.keychain-db
    trap 'security delete-keychain "$keychain" || true; rm -rf "$folder"' EXIT
    password=$(openssl rand -hex 24)
    (umask 077 && base64 --decode <<< "$MACOS_CERTIFICATE" > "$folder/certificate.p12")
    security create-keychain -p "$password" "$keychain"
    security set-keychain-settings -lut 3600 "$keychain"
    security unlock-keychain -p "$password" "$keychain"
    security import "$folder/certificate.p12" -P "${MACOS_CERTIFICATE_PASSWORD:-}" -k "$keychain" -T /usr/bin/codesign
    security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$keychain" > /dev/null
    security list-keychains -d user -s "$keychain" login.keychain-db
    words+=(--identity "${MACOS_IDENTITY:?the name of the certificate}")
fi
unset MACOS_CERTIFICATE MACOS_CERTIFICATE_PASSWORD

python3 packaging/build.py macos "${words[@]}"
