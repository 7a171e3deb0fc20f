#pragma once

#include "models/rbac/RiskExport.h"
#include "widgets/base/Command.h"
#include "widgets/base/FileExport.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <span>
#include <vector>

class QMenu;
class QWidget;

namespace rbac {

/// One form in which tables of findings are written down.
struct ReportForm
{
    RiskFormat format;
    const char *name;
    const char *suffix;
};

/// All of them, in the order of the menu.
std::span<const ReportForm> reportForms();

/// Writes what a page shows as CSV, JSON or Markdown: in a menu, among the commands, and to a path.
class ReportExport final : public QObject
{
    Q_OBJECT

public:
    /// What is written: made on any thread from what was shown when it was asked for.
    struct Report
    {
        std::function<std::string(RiskFormat format)> make;
        base::FileExport::Told told;
    };
    /// Nothing: there is nothing to write yet.
    using Take = std::function<std::optional<Report>()>;

    /// stem: "risks" of "risks-2026-01-31.csv"; title: with %1 for the name of the form.
    ReportExport(QString stem, base::Words title, Take take, QWidget *window);

    void fill(QMenu &menu);
    std::vector<base::Command> commands();
    /// The same without asking where.
    void writeTo(const QString &path, RiskFormat format);

Q_SIGNALS:
    void noticed(const QString &text);

private:
    void choose(const ReportForm &form);

    QString m_stem;
    base::Words m_title;
    Take m_take;
    base::FileExport *m_file;
};

} // namespace rbac
