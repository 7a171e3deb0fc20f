#pragma once

#include <QPlainTextEdit>

#include <set>
#include <string>

namespace rbac {

/// The lines of a text after those that differ before it, whom signs and colours tell apart.
class DiffView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    void show(const std::string &before, const std::string &after);
    using QWidget::show;

private:
    void restyle();

    std::set<int> m_added;
    std::set<int> m_removed;
};

/// The lines, from 0, that a text has and the one before has not.
std::set<int> changedLines(const std::string &before, const std::string &after);

} // namespace rbac
