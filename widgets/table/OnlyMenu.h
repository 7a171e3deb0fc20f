#pragma once

#include "models/tables/TableModel.h"

#include <QString>

class QLineEdit;
class QMenu;

namespace table {

/// Whether rows of the kind are often wanted by what they say in some columns, so that a menu offers what they say.
bool hasOnlyMenu(const kube::ResourceType &type);

/// Fills the menu with what the rows say in those columns, the most frequent first, each with its count, and with spans of time. What is
/// chosen goes into the filter, where it can be read, changed and taken out. The model and the filter outlive the menu's entries.
void fillOnlyMenu(QMenu &menu, const tables::TableModel &model, QLineEdit &filter);

/// The filter with that term as the only one of its column ("reason" as it is typed); an empty term: with none.
QString withTerm(const QString &filter, const QString &column, const QString &term);

} // namespace table
