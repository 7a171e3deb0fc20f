#pragma once

#include "models/base/EventLoopExecutor.h"

#include <QObject>

#include <string>

class QWidget;

namespace rbac {

/// Saves texts where a person says, whole or not at all, for nobody else to read.
class TextFile final : public QObject
{
    Q_OBJECT

public:
    /// The widget whose window asks; it outlives this.
    explicit TextFile(QWidget *owner);

    struct Wish
    {
        QString title;
        QString name;           ///< "what-if.yaml"
        QString filter;         ///< "YAML (*.yaml)"
    };
    /// Asks where. The dialog is one of those that do not wait.
    void save(const Wish &wish, std::string text);
    void writeTo(const QString &path, std::string text);

Q_SIGNALS:
    /// What became of it.
    void noticed(const QString &text);

private:
    QWidget *m_owner;
    base::EventLoopExecutor m_executor;
    base::Job m_write;
};

} // namespace rbac
