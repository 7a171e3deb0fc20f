#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/base/Result.h"

#include <QObject>
#include <QString>

#include <functional>
#include <string>

class QWidget;

namespace base {

/// Writes what a person takes out of the program: asks where by a dialog that nobody waits for, writes whole or not at all, for nobody else to read, and
/// tells what became of it. The newest file wins.
class FileExport final : public QObject
{
    Q_OBJECT

public:
    /// The widget whose window asks; it outlives this.
    explicit FileExport(QWidget *owner);

    struct Wish
    {
        QString title;
        QString name;           ///< "risks-2026-01-31.csv"
        QString filter;         ///< "CSV (*.csv)"
    };
    using Make = std::function<std::string()>;              ///< any thread
    using Told = std::function<QString(const QString &place)>;  ///< what is said once it is there

    /// Asks where; when they think better of it, nothing is called.
    void ask(const Wish &wish, std::function<void(const QString &path)> chosen);
    /// Asks where, and writes that there.
    void save(const Wish &wish, std::string text);
    void write(const QString &path, Make make, Told told = {});
    void write(const QString &path, std::string text);
    /// Tells what became of a file that somebody else wrote.
    void tell(const QString &path, const Result<void> &result, const Told &told);

    /// "risks-2026-01-31.csv"
    static QString datedName(const QString &stem, const QString &suffix);
    /// "CSV (*.csv)"
    static QString filterFor(const QString &name, const QString &suffix);

Q_SIGNALS:
    void noticed(const QString &text);

private:
    QWidget *m_owner;
    EventLoopExecutor m_executor;
    Job m_writing;
};

} // namespace base
