#pragma once

#include "tests/e2e/stories/Story.h"

namespace stories {

/// A table of thousands of rows.
class LargeTableStories final : public Story
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theOneRowOfTheLastNamespaceIsFoundByTyping();
    void filtersShowTheRowsThatKubectlPrints();

private:
    /// With all rows.
    table::TablePage *openPods();

    /// As kubectl prints them, by the names of its columns.
    QList<QHash<QString, QString>> m_printed;
};

} // namespace stories
