#pragma once

#include "models/kube/ConnectionSettings.h"
#include "models/rights/LiveRights.h"

#include <QDialog>

#include <memory>
#include <optional>

class QLineEdit;
class QPushButton;
class QStringListModel;

namespace base {
class PlainLabel;
}

namespace viewas {

/// Asks with whose eyes one wants to look, and tells how what is typed is understood. Offers whom the cluster's bindings and accounts name.
class ViewAsDialog final : public QDialog
{
    Q_OBJECT

public:
    ViewAsDialog(const QString &cluster, std::shared_ptr<rights::LiveRights> rights, QWidget *parent = nullptr);
    ~ViewAsDialog() override;

    /// Nothing while what is typed makes no sense.
    const std::optional<kube::Impersonation> &who() const { return m_read; }

Q_SIGNALS:
    void chosen(const kube::Impersonation &who);

private:
    QLineEdit *addLine(const QString &title, const QString &hint, QStringListModel *offered);
    void layOut(const QString &cluster);
    void offerKnown();
    void read();
    void choose();

    std::shared_ptr<rights::LiveRights> m_rights;
    QStringListModel *m_identities;
    QStringListModel *m_groupNames;
    QLineEdit *m_who = nullptr;
    QLineEdit *m_groups = nullptr;
    base::PlainLabel *m_meaning;
    QPushButton *m_view;
    std::optional<kube::Impersonation> m_read;
};

} // namespace viewas
