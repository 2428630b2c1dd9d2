#!/bin/sh
# Makes the icons of every platform from quarry.svg. Needs rsvg-convert, ImageMagick and png2icns, as in
# "apt-get install librsvg2-bin imagemagick icnsutils". What it makes is kept in the repository.
set -eu
cd "$(dirname "$0")"
for size in 16 32 48 64 128 256 512; do
    rsvg-convert --width "$size" --height "$size" quarry.svg --output "quarry-$size.png"
done
convert quarry-16.png quarry-32.png quarry-48.png quarry-64.png quarry-128.png quarry-256.png quarry.ico
png2icns quarry.icns quarry-16.png quarry-32.png quarry-48.png quarry-128.png quarry-256.png quarry-512.png >/dev/null
