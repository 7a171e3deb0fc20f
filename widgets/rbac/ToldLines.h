#pragma once

#include "widgets/rbac/AnswerWords.h"

#include <QWidget>

#include <vector>

namespace rbac {

/// The lines of an answer: text that can be copied, and between it lines that open the binding they are about.
class ToldLines final : public QWidget
{
    Q_OBJECT

public:
    explicit ToldLines(QWidget *parent = nullptr);

    /// The same lines again leave everything as it is, also the focus.
    void show(std::vector<ToldLine> lines);
    using QWidget::show;
    QString text() const;

Q_SIGNALS:
    void chosen(const rbac::ObjectRef &object);

private:
    void add(const ToldLine &line);
    void addText(const QStringList &lines);

    std::vector<ToldLine> m_lines;
};

} // namespace rbac
