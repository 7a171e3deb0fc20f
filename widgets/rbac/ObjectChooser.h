#pragma once

#include "models/rbac/Basis.h"

#include <QWidget>

#include <functional>
#include <map>
#include <memory>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace base {
class PlainLabel;
}

namespace rbac {

/// A line to find a role or binding by any part of its name; Escape puts it away.
class ObjectChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit ObjectChooser(QWidget *parent = nullptr);

    /// Asks for one, under these words; chosen is called once, or never.
    void ask(const QString &words, const Basis &basis, std::function<void(const ObjectRef &)> chosen);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QString &name);
    void chooseTyped();

    base::PlainLabel *m_words;
    QLineEdit *m_line;
    QStringListModel *m_names;
    QCompleter *m_completer;
    std::map<QString, ObjectRef> m_objects;
    std::function<void(const ObjectRef &)> m_chosen;
};

} // namespace rbac
