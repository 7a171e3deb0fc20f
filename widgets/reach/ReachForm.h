#pragma once

#include "models/reach/Reach.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace reach {

/// Who wants to reach what: two places with completion, a port, and what would be asked of the API.
class ReachForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ReachForm(QWidget *parent = nullptr);

    /// As far as it was typed.
    Question question() const;
    void setQuestion(const Question &question);
    /// "namespace/name"
    void setKnown(const QStringList &pods, const QStringList &services);
    void takeFocus();

Q_SIGNALS:
    /// What is asked is another thing, and a person is done typing it.
    void asked();

private:
    void swap();
    void kindChanged();

    QLineEdit *m_from;
    QComboBox *m_kind;
    QLineEdit *m_to;
    QLineEdit *m_port;
    QLineEdit *m_request;
    QStringList m_pods, m_services;
};

} // namespace reach
