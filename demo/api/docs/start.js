// Swagger UI over the API's description; a file, because the policy of this page allows no script inside it.
SwaggerUIBundle({
  dom_id: "#api",
  url: "../openapi.json",
  deepLinking: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  validatorUrl: null, // would be on another host
});
