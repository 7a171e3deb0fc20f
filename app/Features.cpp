#include "app/Features.h"

#include "models/metrics/SharedPrometheus.h"
#include "models/metrics/SharedUsage.h"
#include "models/rights/SharedRights.h"
#include "widgets/account/AccountFeature.h"
#include "widgets/catalog/CatalogFeature.h"
#include "widgets/connection/ConnectionFeature.h"
#include "widgets/detail/DetailFeature.h"
#include "widgets/disk/DiskFeature.h"
#include "widgets/downward/DownwardFeature.h"
#ifdef WITHOUT_WIDGETS_METRICS
#include "widgets/base/AbsentCharts.h"
#else
#include "widgets/metrics/MetricsFeature.h"
#endif
#include "widgets/overview/OverviewFeature.h"
#include "widgets/palette/PaletteFeature.h"
#include "widgets/prometheus/PrometheusFeature.h"
#include "widgets/rbac/AccessFeature.h"
#include "widgets/reach/ReachFeature.h"
#include "widgets/rights/RightsFeature.h"
#include "widgets/settings/SettingsFeature.h"
#include "widgets/table/TableFeature.h"
#include "widgets/usage/UsageFeature.h"
#include "widgets/viewas/ViewAsFeature.h"
#ifdef WITHOUT_WIDGETS_PROMQL
#include "widgets/prometheus/AbsentPromql.h"
#else
#include "widgets/promql/PromqlFeature.h"
#endif

std::vector<std::unique_ptr<base::Feature>> allFeatures()
{
    const auto known = std::make_shared<rights::SharedRights>();
    const auto servers = std::make_shared<metrics::SharedPrometheus>();
    const auto used = std::make_shared<metrics::SharedUsage>(servers);
    std::vector<std::unique_ptr<base::Feature>> features;
    features.push_back(std::make_unique<account::AccountFeature>(known));
    features.push_back(std::make_unique<catalog::CatalogFeature>());
    features.push_back(std::make_unique<connection::ConnectionFeature>());
    features.push_back(std::make_unique<detail::DetailFeature>());
    features.push_back(std::make_unique<disk::DiskFeature>());
    features.push_back(std::make_unique<downward::DownwardFeature>());
#ifdef WITHOUT_WIDGETS_METRICS
    features.push_back(std::make_unique<base::AbsentCharts>());
#else
    features.push_back(std::make_unique<metrics::MetricsFeature>(servers, used));
#endif
    features.push_back(std::make_unique<overview::OverviewFeature>());
    features.push_back(std::make_unique<palette::PaletteFeature>());
    features.push_back(std::make_unique<prometheus::PrometheusFeature>(servers));
#ifdef WITHOUT_WIDGETS_PROMQL
    features.push_back(std::make_unique<prometheus::AbsentPromql>(servers));
#else
    features.push_back(std::make_unique<promql::PromqlFeature>(servers));
#endif
    features.push_back(std::make_unique<rbac::AccessFeature>(known));
    features.push_back(std::make_unique<reach::ReachFeature>(known));
    features.push_back(std::make_unique<rights::RightsFeature>(known));
    features.push_back(std::make_unique<settings::SettingsFeature>());
    features.push_back(std::make_unique<table::TableFeature>());
    features.push_back(std::make_unique<usage::UsageFeature>(used));
    features.push_back(std::make_unique<viewas::ViewAsFeature>(known));
    return features;
}
