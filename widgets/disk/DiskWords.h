#pragma once

#include "models/disk/Parts.h"
#include "models/disk/Steps.h"
#include "widgets/disk/DiskRows.h"

#include <QString>

namespace disk {

/// "1.5 GiB", or that it is not known.
QString sizeWords(const std::optional<std::int64_t> &bytes);
QString countWords(const std::optional<std::int64_t> &number);

/// What takes space, in few words, and whether it can be freed.
QString wordsFor(Filler::What what);
QString wordsFor(Gain gain);
QString wordsFor(Part::What what);
/// What is typed, for whom and what it does.
QString wordsFor(const Step &step);
/// What it is, and what is to be known before it is freed.
QString sentenceFor(const Filler &filler, const Report &report);

/// Over its bar: which it is, used, available, size, inodes.
QString headOf(const Disk &disk);
/// Under its bar: what begins when, and how far away that is; a line each.
QString limitsOf(const Disk &disk, const Report &report);
/// What a limit begins.
QString wordsFor(const Limit &limit);

/// The state of the whole disk: pressure first.
struct StateWords
{
    base::Meaning meaning;
    QString text;
};
StateWords stateOf(const Report &report);
/// What could not be read, and why; a line each.
QString missingWords(const Report &report);

DiskRow rowOf(const Filler &filler);
DiskRow rowOf(const ImageRow &image);
/// The row for images that are not listed.
DiskRow unlistedRow(const Report &report);

} // namespace disk
