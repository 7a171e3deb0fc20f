#pragma once

#include "widgets/rbac/Exported.h"

#include <QObject>

#include <functional>
#include <memory>
#include <span>

class QMenu;
class QWidget;

namespace base {
class FileExport;
}

namespace rbac {

/// One form in which access is written down.
struct ExportForm
{
    const char *suffix;                         ///< "svg"
    const char *title;                          ///< for the menu
    QByteArray (*write)(const Exported &what);  ///< GUI thread
};

/// All of them, in the order of the menu.
std::span<const ExportForm> exportForms();

/// Writes the graph and its answer to files: asks where, and never waits for the disk.
class AccessExport final : public QObject
{
    Q_OBJECT

public:
    /// what: asked when a form is chosen; without a picture nothing is offered.
    AccessExport(std::function<Exported()> what, QWidget *window);

    void fill(QMenu &menu);
    /// The same without asking where.
    void writeTo(const QString &path, const ExportForm &form);

Q_SIGNALS:
    void noticed(const QString &text);

private:
    void choose(const ExportForm &form);

    std::function<Exported()> m_what;
    base::FileExport *m_file;
};

} // namespace rbac
