#pragma once

#include "models/rbac/AccessPicture.h"
#include "widgets/base/Address.h"
#include "widgets/rbac/TwinModels.h"

#include <QWidget>

#include <memory>

namespace base {
class PlainLabel;
class PlainTable;
}

namespace rbac {

/// The facts of the graph as two tables: all rights with their ways, and all connections between objects.
class AccessTwin final : public QWidget
{
    Q_OBJECT

public:
    explicit AccessTwin(QWidget *parent = nullptr);

    /// Null: everything is shown, else only what was found.
    void show(std::shared_ptr<const AccessPicture> picture, const Found *found = nullptr);
    using QWidget::show;
    /// What the words of the current row mean; empty without one.
    QString lesson() const { return m_lesson; }
    void setProofs(BadgeOfRight badgeOf) { m_rights.setProofs(std::move(badgeOf)); }
    void setVersions(const VersionOf &versionOf);
    /// What the server says may be other than before.
    void proofsChanged() { m_rights.proofsChanged(); }
    const RightsModel &rights() const { return m_rights; }
    const ConnectionsModel &connections() const { return m_connections; }

Q_SIGNALS:
    void openRequested(const base::Address &address);
    /// At another row.
    void pointed();
    /// Ask the server about that right alone.
    void verifyRequested(const rbac::Right &right);

private:
    void point(const QString &lesson);
    void openMenu(const QPoint &place);
    void recolor();

    QString m_lesson;
    RightsModel m_rights;
    ConnectionsModel m_connections;
    base::PlainLabel *m_rightsHead;
    base::PlainLabel *m_connectionsHead;
    base::PlainTable *m_rightsTable;
    base::PlainTable *m_connectionsTable;
};

} // namespace rbac
