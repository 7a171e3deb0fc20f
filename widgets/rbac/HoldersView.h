#pragma once

#include "widgets/rbac/HoldersModel.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace base {
class PlainLabel;
class PlainTable;
}

namespace rbac {

/// The list of who may do something: one opens the access of each, and has the server asked about one or about all.
class HoldersView final : public QWidget
{
    Q_OBJECT

public:
    explicit HoldersView(QWidget *parent = nullptr);

    void show(std::vector<HolderEntry> entries, const QString &lead);
    using QWidget::show;
    void setProofs(BadgeOfHolder badgeOf);
    void proofsChanged() { m_model.proofsChanged(); }
    const HoldersModel &model() const { return m_model; }
    base::PlainTable &table() { return *m_table; }

Q_SIGNALS:
    /// Show what that one may do.
    void accessRequested(const rbac::ObjectRef &subject);
    void verifyRequested(const std::vector<rbac::ObjectRef> &subjects);
    void copyRequested();

private:
    QWidget *makeActions();
    void tellActions();
    void verifyAll();

    HoldersModel m_model;
    base::PlainLabel *m_lead;
    base::PlainTable *m_table;
    QPushButton *m_accessButton = nullptr;
    QPushButton *m_verifyButton = nullptr;
    QPushButton *m_verifyAllButton = nullptr;
    bool m_canVerify = false;
};

} // namespace rbac
