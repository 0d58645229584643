-- slipway lsp in Neovim: nvim --headless --clean -l lsp_neovim.lua. Needs SLIPWAY_BINARIES.
local slipway = vim.env.SLIPWAY_BINARIES .. "/slipway"
local folder = vim.fn.tempname()
vim.fn.mkdir(folder, "p")
vim.env.SLIPWAY_HOME = folder .. "/store"

local function fail(what, got)
  io.stderr:write("FAILED: " .. what .. "\n" .. vim.inspect(got) .. "\n")
  vim.cmd("cquit 1")
end
local function check(what, good, got)
  if not good then fail(what, got) end
  io.stdout:write("ok: " .. what .. "\n")
end
local function wait(what, condition)
  check(what, vim.wait(20000, condition, 20), vim.diagnostic.get(0))
end
local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, true) end

vim.fn.writefile({ "x" }, folder .. "/app.py")
vim.fn.writefile({
  "from debian:13 AS base",
  "MAINTAINER someone",
  "ENV NAME=value",
  "COPY  app.py /",
  "FROM base",
  "RUN echo $NAME",
  "",
}, folder .. "/Dockerfile")

-- As the help says it.
vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  pattern = { "*ockerfile*", "*ontainerfile*", "*.dockerignore" },
  callback = function(event) vim.lsp.start({
    name = "slipway", cmd = { slipway, "lsp" },
    root_dir = vim.fs.root(event.buf, { ".git", "Dockerfile" }) }) end })
vim.cmd("filetype on")
vim.cmd("edit " .. vim.fn.fnameescape(folder .. "/Dockerfile"))
check("the file is a Dockerfile", vim.bo.filetype == "dockerfile", vim.bo.filetype)
wait("it attaches", function() return #vim.lsp.get_clients({ bufnr = 0 }) == 1 end)
local client = vim.lsp.get_clients({ bufnr = 0 })[1]
wait("it is initialized", function() return client.initialized end)
check("it has the project's root", client.config.root_dir == vim.fs.normalize(folder), client.config.root_dir)

local function codes()
  local out = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do out[each.code] = each end
  return out
end
wait("problems arrive", function() return codes().MaintainerDeprecated ~= nil end)
check("at their line", codes().MaintainerDeprecated.lnum == 1, codes().MaintainerDeprecated)

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
  local answer = answers and answers[client.id]
  if not answer or answer.error then fail(method, answers) end
  return answer.result
end
local function at(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  return vim.lsp.util.make_position_params(0, client.offset_encoding)
end

local symbols = ask("textDocument/documentSymbol", { textDocument = vim.lsp.util.make_text_document_params() })
check("symbols", #symbols == 2 and symbols[1].name == "base" and #symbols[1].children == 4, symbols)

local hover = ask("textDocument/hover", at(6, 11))
check("hover", hover.contents.value:find("`value`", 1, true) ~= nil, hover)

local completions = ask("textDocument/completion", at(4, 6))
local labels = vim.tbl_map(function(each) return each.label end, completions.items)
check("completion", vim.tbl_contains(labels, "app.py"), labels)

at(5, 5)
vim.lsp.buf.rename("foundation")
wait("rename", function() return lines()[5] == "FROM foundation" and lines()[1] == "from debian:13 AS foundation" end)

vim.lsp.buf.format({ async = false, timeout_ms = 20000 })
check("format", lines()[1] == "FROM debian:13 AS foundation" and lines()[4] == "COPY app.py /", lines())

wait("problems follow the formatting", function() return codes().MaintainerDeprecated ~= nil end)
at(2, 3)
vim.lsp.buf.code_action({
  filter = function(action) return action.title == "Write a LABEL instead" end,
  apply = true,
})
wait("a code action mends a problem", function()
  return lines()[2] == 'LABEL org.opencontainers.image.authors="someone"'
end)

vim.api.nvim_buf_set_lines(0, 1, 2, true, { "# é😀", "LABEL a=b", "FLY" })
wait("problems follow an edit", function()
  local found = codes()
  return found.MaintainerDeprecated == nil and found.syntax ~= nil and found.syntax.lnum == 3
end)

-- The ignore file has the same server and problems of its own, before it is saved.
vim.fn.writefile({ "nowhere", "" }, folder .. "/.dockerignore")
vim.cmd("edit! " .. vim.fn.fnameescape(folder .. "/.dockerignore"))
wait("one server for the folder", function()
  local clients = vim.lsp.get_clients({ bufnr = 0 })
  return #clients == 1 and clients[1].id == client.id
end)
wait("problems of the ignore file", function()
  local found = codes()
  return found.UnmatchedIgnorePattern ~= nil and found.syntax == nil
end)
vim.api.nvim_buf_set_lines(0, 0, 1, true, { "[" })
wait("problems follow an edit of it", function() return codes().syntax ~= nil and codes().UnmatchedIgnorePattern == nil end)
completions = ask("textDocument/completion", at(2, 0))
labels = vim.tbl_map(function(each) return each.label end, completions.items)
check("completion in it", vim.tbl_contains(labels, "app.py"), labels)

client.stop()
wait("it ends", function() return #vim.lsp.get_clients() == 0 end)
vim.fn.delete(folder, "rf")
