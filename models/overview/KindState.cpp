#include "models/overview/KindState.h"

namespace overview {

KindState::KindState(std::shared_ptr<cluster::LiveRows> rows) : m_rows(std::move(rows))
{
    countAnew();
    connect(m_rows.get(), &cluster::LiveRows::replaced, this, &KindState::countAnew);
    connect(m_rows.get(), &cluster::LiveRows::stateChanged, this, &KindState::changed);
    connect(m_rows.get(), &cluster::LiveRows::changed, this, [this](const kube::Delta &delta) {
        m_tally->apply(delta);
        Q_EMIT changed();
    });
}

void KindState::countAnew()
{
    m_tally = std::make_unique<Tally>(m_rows->store(), m_rows->type(), m_namespaces, m_patientClasses);
    Q_EMIT changed();
}

void KindState::setNamespaces(Tally::Namespaces namespaces)
{
    if (namespaces == m_namespaces)
        return;
    m_namespaces = std::move(namespaces);
    countAnew();
}

void KindState::setPatientClasses(Tally::Names classes)
{
    if (classes == m_patientClasses)
        return;
    m_patientClasses = std::move(classes);
    countAnew();
}

} // namespace overview
