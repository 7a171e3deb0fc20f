#pragma once

#include "models/kube/TokenRequest.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace account {

/// What one wants to say about a token: how long, for whom, and what it ends with.
class TokenForm final : public QWidget
{
    Q_OBJECT

public:
    TokenForm(std::string namespaceName, std::string account, QWidget *parent = nullptr);

    kube::TokenWish wish() const;
    /// Why that makes no sense yet; empty when it does.
    QString fault() const;

Q_SIGNALS:
    void changed();

private:
    void boundChanged();

    std::string m_namespace;
    std::string m_account;
    QComboBox *m_lifetime;
    QLineEdit *m_audiences;
    QComboBox *m_boundKind;
    QLineEdit *m_boundName;
};

} // namespace account
