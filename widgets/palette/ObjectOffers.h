#pragma once

#include "models/palette/ObjectSearch.h"
#include "widgets/base/Address.h"
#include "widgets/palette/Offers.h"

#include <QPointer>

#include <functional>

namespace base {
class Shell;
}

namespace palette {

/// The objects that fit what was typed, the nearest names first, and what was not searched.
class ObjectOffers final : public Offers
{
    Q_OBJECT

public:
    /// Both outlive it.
    ObjectOffers(ObjectSearch &search, base::Shell &shell, QObject *parent = nullptr);
    /// What is done with the chosen one, instead of opening it.
    using Accept = std::function<void(cluster::ConnectedCluster &cluster, const base::Address &object)>;
    void setAccept(Accept accept) { m_accept = std::move(accept); }
    ~ObjectOffers() override;

    QString invitation() const override;
    void type(const QString &text) override;
    bool isPossible(int row) const override;
    void accept(int row) override;
    QString status() const override;
    QString statusTip() const override;
    QString command(int row) const override;
    void painted() override;
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    int count() const override { return static_cast<int>(m_rows.size()); }

private:
    struct Row
    {
        const Hit *hit;             ///< null: a heading
        Closeness closeness;
    };
    void refill();
    QVariant heading(Closeness closeness, int role) const;
    QString tailOf(const Hit &hit) const;

    QPointer<ObjectSearch> m_search;    ///< gone before only when the window goes
    base::Shell &m_shell;
    Accept m_accept;
    std::vector<Row> m_rows;
    Coverage m_coverage;
    bool m_isAwaited = false;       ///< the paint that answers what was typed
};

} // namespace palette
