#include "../cases.h"

using namespace slipway;

static const Cases dl3055("DL3055",
                          {
                              {.title = "no good: 2dbfae",
                               .dockerfile = "FROM a\nLABEL x=\"2dbfae\" y=\"2dbfae\"\n",
                               .found = {{2, "Label x is no Git hash: 2dbfae"}},
                               .settings = {.labels = {{"x", checks::LabelFormat::Hash}}}},
                              {.title = "no good: not-a-hash",
                               .dockerfile = "FROM a\nLABEL x=\"not-a-hash\" y=\"not-a-hash\"\n",
                               .found = {{2, "Label x is no Git hash: not-a-hash"}},
                               .settings = {.labels = {{"x", checks::LabelFormat::Hash}}}},
                              {.title = "no good: 43c572f1272b6b3171dd1db9e41b7027128ce0801",
                               .dockerfile = "FROM a\nLABEL x=\"43c572f1272b6b3171dd1db9e41b7027128ce0801\" "
                                             "y=\"43c572f1272b6b3171dd1db9e41b7027128ce0801\"\n",
                               .found = {{2, "Label x is no Git hash: 43c572f1272b6b3171dd1db9e41b7027128ce0801"}},
                               .settings = {.labels = {{"x", checks::LabelFormat::Hash}}}},
                              {.title = "no good: 2dbfaeg",
                               .dockerfile = "FROM a\nLABEL x=\"2dbfaeg\" y=\"2dbfaeg\"\n",
                               .found = {{2, "Label x is no Git hash: 2dbfaeg"}},
                               .settings = {.labels = {{"x", checks::LabelFormat::Hash}}}},
                              {.title = "good: 2dbfae9",
                               .dockerfile = "FROM a\nLABEL x=\"2dbfae9\"\n",
                               .found = {},
                               .settings = {.labels = {{"x", checks::LabelFormat::Hash}}}},
                              {.title = "good: 43c572f1272b6b3171dd1db9e41b7027128ce080",
                               .dockerfile = "FROM a\nLABEL x=\"43c572f1272b6b3171dd1db9e41b7027128ce080\"\n",
                               .found = {},
                               .settings = {.labels = {{"x", checks::LabelFormat::Hash}}}},
                          });
