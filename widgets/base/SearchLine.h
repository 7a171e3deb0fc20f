#pragma once

#include <QLineEdit>

namespace base {

/// Every Korean letter as the keys it is made with, "pod" for "ㅔㅐㅇ"; nothing else changes. What was typed while the keyboard writes Korean
/// is meant so where its letters find nothing.
QString latinKeys(const QString &words);

/// A line whose text counts as soon as it is seen: also what an input method is still composing.
class SearchLine final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchLine(QWidget *parent = nullptr);

    /// With what is being composed.
    QString wholeText() const;

Q_SIGNALS:
    void typed(const QString &text);

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    void tell();

    QString m_composed;
    QString m_told;
};

} // namespace base
