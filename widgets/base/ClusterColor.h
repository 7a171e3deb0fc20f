#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

#include <string_view>
#include <vector>

namespace base {

/// The colours a person can give a cluster, by the word they are remembered with. Each is always said in words as well.
std::vector<std::string_view> clusterColors();
/// In the reader's language; empty for a word that is none of them.
QString clusterColorName(std::string_view word);
/// As light and dark themes show it; invalid for a word that is none of them.
QColor clusterColor(std::string_view word);
/// A square of it; empty for a word that is none of them.
QIcon clusterSwatch(std::string_view word);

} // namespace base
