#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks that icons are readable at every size, and that the metainfo names all screenshots.

usage: pictures.py DATA_FOLDER METAINFO
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

import gi

gi.require_version('GdkPixbuf', '2.0')
from gi.repository import GdkPixbuf  # noqa: E402

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SVG = '{http://www.w3.org/2000/svg}'
# The share of drawn pixels: an icon is neither too thin to see nor a solid block.
COVERED = (0.25, 0.95)
# The icon shows a heading, a star and sessions in several colours.
COLOURS_AT_16 = 12
SCREENSHOT_BYTES = 120_000


def pixels(path, size):
    picture = GdkPixbuf.Pixbuf.new_from_file_at_size(str(path), size, size)
    if not picture.get_has_alpha() or (picture.get_width(), picture.get_height()) != (size, size):
        return []
    data, stride = picture.get_pixels(), picture.get_rowstride()
    return [tuple(data[y * stride + x * 4:y * stride + x * 4 + 4]) for y in range(size) for x in range(size)]


def check_drawing(path, side):
    root = ElementTree.parse(path).getroot()
    if (root.get('width'), root.get('height'), root.get('viewBox')) != (str(side), str(side), f'0 0 {side} {side}'):
        yield f'is not drawn on {side} px'
    if any(element.tag in (SVG + 'image', SVG + 'text', SVG + 'script') for element in root.iter()):
        yield 'has a picture, text or script in it'
    for size in SIZES:
        drawn = [pixel for pixel in pixels(path, size) if pixel[3] > 127]
        if not COVERED[0] <= len(drawn) / size ** 2 <= COVERED[1]:
            yield f'covers {len(drawn) / size ** 2:.2f} of {size} px'


def check_colours(path, symbolic):
    drawn = [pixel for pixel in pixels(path, 16) if pixel[3] > 127]
    colours = {tuple(value // 32 for value in pixel[:3]) for pixel in drawn}
    if symbolic and len(colours) != 1:
        yield f'has {len(colours)} colours, where the theme gives one'
    if not symbolic and len(colours) < COLOURS_AT_16:
        yield f'has only {len(colours)} colours at 16 px'


def check_icons(folder):
    icons = sorted(folder.glob('hicolor/*/apps/*.svg'))
    if len(icons) != 4:
        yield f'{folder}: {len(icons)} icons'
    for path in icons:
        symbolic = path.stem.endswith('-symbolic')
        for failure in [*check_drawing(path, 16 if symbolic else 128), *check_colours(path, symbolic)]:
            yield f'{path.name} {failure}'


def check_screenshots(folder, metainfo):
    named = {image.text.strip().rpartition('/')[2]: (int(image.get('width')), int(image.get('height')))
             for image in ElementTree.parse(metainfo).iter('image')}
    there = {path.name for path in folder.glob('*.png')}
    if set(named) != there or not there:
        yield f'the metainfo names {sorted(named)}, {folder} has {sorted(there)}'
    for name in named.keys() & there:
        picture = GdkPixbuf.Pixbuf.new_from_file(str(folder / name))
        if (picture.get_width(), picture.get_height()) != named[name]:
            yield f'{name} has another size than the metainfo says'
        if (folder / name).stat().st_size > SCREENSHOT_BYTES:
            yield f'{name} is larger than {SCREENSHOT_BYTES} bytes'


def main(data, metainfo):
    failures = [*check_icons(pathlib.Path(data) / 'icons'), *check_screenshots(pathlib.Path(data) / 'screenshots', metainfo)]
    for failure in failures:
        print(failure)
    return bool(failures)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
