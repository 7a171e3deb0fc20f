#include "widgets/base/ClusterView.h"
