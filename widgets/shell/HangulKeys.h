#pragma once

#include <QObject>

class QKeyEvent;

namespace shell {

/// Makes shortcuts work while the keyboard writes Korean: a Korean letter with Ctrl, Alt or Meta is the Latin one on the same key of the
/// 2-set keyboard. What is typed without them stays what it is.
class HangulKeys final : public QObject
{
    Q_OBJECT

public:
    /// Follows all keys of the program as long as it lives.
    explicit HangulKeys(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool activate(QWidget *focus, const QKeyEvent &key);
};

} // namespace shell
