#pragma once

#include "widgets/base/Page.h"
#include "widgets/base/StateNotice.h"
#include "widgets/shell/Session.h"

#include <QVBoxLayout>

namespace shell {

/// Holds the place of a page that was open the last time, until somebody looks at it: only then is anything asked of the cluster.
class DormantPage final : public base::Page
{
    Q_OBJECT

public:
    explicit DormantPage(RememberedPage remembered, QWidget *parent = nullptr) : Page(parent), m_remembered(std::move(remembered)) { }

    base::Address address() const override { return m_remembered.address; }
    QString title() const override { return m_remembered.title; }
    text::Value state() const override { return m_remembered.state; }
    bool isSettled() const override { return m_notice; }

    /// Why it cannot wake now.
    void tell(const QString &title, const QString &detail)
    {
        if (!m_notice) {
            m_notice = new base::StateNotice(base::StateNotice::Form::Centered, this);
            auto *layout = new QVBoxLayout(this);
            layout->addWidget(m_notice);
        }
        m_notice->tell(base::Meaning::Unknown, title, detail, {});
    }

private:
    RememberedPage m_remembered;
    base::StateNotice *m_notice = nullptr;
};

} // namespace shell
