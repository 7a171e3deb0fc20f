#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace rbac {

/// Words from which rules are made, for those who do not want to write them: verbs, resources, names.
class RuleHelper final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleHelper(QWidget *parent = nullptr);

    void clear();

Q_SIGNALS:
    void wished(const QString &verbs, const QString &resources, const QString &names);

private:
    QLineEdit *addLine(const QString &name, const QString &example, int stretch);
    void tell();

    QLineEdit *m_verbs = nullptr;
    QLineEdit *m_resources = nullptr;
    QLineEdit *m_names = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace rbac
